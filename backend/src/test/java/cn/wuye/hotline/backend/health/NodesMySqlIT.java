package cn.wuye.hotline.backend.health;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class NodesMySqlIT extends NodesCases {}
