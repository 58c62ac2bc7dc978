package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class EnteringMariaDbIT extends EnteringCases {}
