package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class ThirdPartyMariaDbIT extends ThirdPartyCases {}
