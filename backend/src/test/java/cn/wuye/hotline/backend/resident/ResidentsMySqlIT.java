package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class ResidentsMySqlIT extends ResidentsCases {}
