package cn.wuye.hotline.backend.points;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class PointsMariaDbIT extends PointsCases {}
