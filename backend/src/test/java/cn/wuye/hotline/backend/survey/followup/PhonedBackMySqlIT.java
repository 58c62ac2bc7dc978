package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class PhonedBackMySqlIT extends PhonedBackCases {}
