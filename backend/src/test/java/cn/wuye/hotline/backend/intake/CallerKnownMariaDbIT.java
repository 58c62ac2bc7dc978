package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class CallerKnownMariaDbIT extends CallerKnownCases {}
