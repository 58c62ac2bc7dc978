package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class QueueReaderMySqlIT extends QueueReaderCases {}
