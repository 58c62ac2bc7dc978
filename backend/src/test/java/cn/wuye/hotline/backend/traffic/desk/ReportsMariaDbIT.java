package cn.wuye.hotline.backend.traffic.desk;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class ReportsMariaDbIT extends ReportsCases {}
