package cn.wuye.hotline.backend.knowledge;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class KnowledgeMariaDbIT extends KnowledgeCases {}
