package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class AccessTokenMySqlIT extends AccessTokenCases {}
