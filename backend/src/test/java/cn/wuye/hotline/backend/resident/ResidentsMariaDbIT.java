package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class ResidentsMariaDbIT extends ResidentsCases {}
