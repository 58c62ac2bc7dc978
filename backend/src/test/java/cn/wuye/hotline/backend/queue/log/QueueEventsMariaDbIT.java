package cn.wuye.hotline.backend.queue.log;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class QueueEventsMariaDbIT extends QueueEventsCases {}
