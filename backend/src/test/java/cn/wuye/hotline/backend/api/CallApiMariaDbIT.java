package cn.wuye.hotline.backend.api;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class CallApiMariaDbIT extends CallApiCases {}
