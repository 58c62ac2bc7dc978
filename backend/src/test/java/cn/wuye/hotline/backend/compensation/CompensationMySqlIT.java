package cn.wuye.hotline.backend.compensation;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class CompensationMySqlIT extends CompensationCases {}
