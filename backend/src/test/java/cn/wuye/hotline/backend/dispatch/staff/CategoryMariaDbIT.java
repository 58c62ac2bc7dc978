package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class CategoryMariaDbIT extends CategoryCases {}
