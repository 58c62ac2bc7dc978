package cn.wuye.hotline.backend.health;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class NodesMariaDbIT extends NodesCases {}
