package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class WordingMariaDbIT extends WordingCases {}
