package cn.wuye.hotline.backend.queue.history;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class QueueHistoryMySqlIT extends QueueHistoryCases {}
