package cn.wuye.hotline.backend.traffic.desk;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class ReportsMySqlIT extends ReportsCases {}
