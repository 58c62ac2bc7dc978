package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class ProgressMariaDbIT extends ProgressCases {}
