package cn.wuye.hotline.backend.traffic.keep;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class KeptDaysMySqlIT extends KeptDaysCases {}
