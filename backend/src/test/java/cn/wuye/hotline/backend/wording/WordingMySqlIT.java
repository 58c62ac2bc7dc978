package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class WordingMySqlIT extends WordingCases {}
