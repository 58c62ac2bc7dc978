package cn.wuye.hotline.backend.traffic.log;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class QueueEventsMariaDbIT extends QueueEventsCases {}
