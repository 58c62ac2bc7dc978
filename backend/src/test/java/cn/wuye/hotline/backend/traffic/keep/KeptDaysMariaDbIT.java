package cn.wuye.hotline.backend.traffic.keep;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class KeptDaysMariaDbIT extends KeptDaysCases {}
