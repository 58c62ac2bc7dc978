package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class CategoryMySqlIT extends CategoryCases {}
