package cn.wuye.hotline.backend.queue.history;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class QueueHistoryMariaDbIT extends QueueHistoryCases {}
