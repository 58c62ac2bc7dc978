package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class QueueReaderMariaDbIT extends QueueReaderCases {}
