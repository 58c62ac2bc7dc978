package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class ExportMySqlIT extends ExportCases {}
