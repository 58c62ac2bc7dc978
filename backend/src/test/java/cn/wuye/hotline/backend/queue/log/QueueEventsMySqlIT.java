package cn.wuye.hotline.backend.queue.log;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class QueueEventsMySqlIT extends QueueEventsCases {}
