package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class PhonedBackMariaDbIT extends PhonedBackCases {}
