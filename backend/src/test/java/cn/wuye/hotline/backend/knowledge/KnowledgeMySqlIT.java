package cn.wuye.hotline.backend.knowledge;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class KnowledgeMySqlIT extends KnowledgeCases {}
