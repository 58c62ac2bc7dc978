package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class ThirdPartyMySqlIT extends ThirdPartyCases {}
