package cn.wuye.hotline.backend.api;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class CallApiMySqlIT extends CallApiCases {}
