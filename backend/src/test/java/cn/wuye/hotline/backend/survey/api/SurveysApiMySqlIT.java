package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class SurveysApiMySqlIT extends SurveysApiCases {}
