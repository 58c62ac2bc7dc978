package cn.wuye.hotline.backend.compensation;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class CompensationMariaDbIT extends CompensationCases {}
