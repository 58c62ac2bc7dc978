package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class QueueEditorMySqlIT extends QueueEditorCases {}
