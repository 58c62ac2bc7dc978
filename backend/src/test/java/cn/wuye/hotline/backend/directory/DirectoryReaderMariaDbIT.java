package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class DirectoryReaderMariaDbIT extends DirectoryReaderCases {}
