package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class LadderMySqlIT extends LadderCases {}
