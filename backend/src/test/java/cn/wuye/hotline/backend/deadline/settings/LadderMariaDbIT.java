package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class LadderMariaDbIT extends LadderCases {}
