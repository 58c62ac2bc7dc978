package cn.wuye.hotline.backend.points;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class PointsMySqlIT extends PointsCases {}
