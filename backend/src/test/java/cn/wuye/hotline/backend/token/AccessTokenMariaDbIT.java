package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class AccessTokenMariaDbIT extends AccessTokenCases {}
