package cn.wuye.hotline.backend.traffic.log;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class QueueEventsMySqlIT extends QueueEventsCases {}
