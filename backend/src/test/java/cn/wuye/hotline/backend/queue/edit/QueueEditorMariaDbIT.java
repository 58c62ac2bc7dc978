package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class QueueEditorMariaDbIT extends QueueEditorCases {}
