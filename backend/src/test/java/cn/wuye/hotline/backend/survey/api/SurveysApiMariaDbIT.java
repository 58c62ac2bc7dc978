package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class SurveysApiMariaDbIT extends SurveysApiCases {}
