package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class CallerKnownMySqlIT extends CallerKnownCases {}
