package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class ExportMariaDbIT extends ExportCases {}
