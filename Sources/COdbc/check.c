// Where the headers of unixODBC are installed, every number in odbc.h is held to theirs when this is compiled.
#if __has_include(<sqlext.h>)
#include <sqlext.h>
#include <sqlucode.h>

#include "odbc.h"

#define SAME(own, theirs) _Static_assert((long)(own) == (long)(theirs), #own " is not " #theirs)
SAME(odbc_success_with_info, SQL_SUCCESS_WITH_INFO);
SAME(odbc_no_data, SQL_NO_DATA);
SAME(odbc_environment, SQL_HANDLE_ENV);
SAME(odbc_connection, SQL_HANDLE_DBC);
SAME(odbc_statement, SQL_HANDLE_STMT);
SAME(odbc_null_data, SQL_NULL_DATA);
SAME(odbc_no_total, SQL_NO_TOTAL);
SAME(odbc_nts, SQL_NTS);
SAME(odbc_attribute_version, SQL_ATTR_ODBC_VERSION);
SAME(odbc_version_3, SQL_OV_ODBC3);
SAME(odbc_attribute_access_mode, SQL_ATTR_ACCESS_MODE);
SAME(odbc_mode_read_only, SQL_MODE_READ_ONLY);
SAME(odbc_attribute_autocommit, SQL_ATTR_AUTOCOMMIT);
SAME(odbc_autocommit_off, SQL_AUTOCOMMIT_OFF);
SAME(odbc_attribute_login_timeout, SQL_ATTR_LOGIN_TIMEOUT);
SAME(odbc_attribute_query_timeout, SQL_ATTR_QUERY_TIMEOUT);
SAME(odbc_attribute_row_array_size, SQL_ATTR_ROW_ARRAY_SIZE);
SAME(odbc_attribute_row_status, SQL_ATTR_ROW_STATUS_PTR);
SAME(odbc_attribute_rows_fetched, SQL_ATTR_ROWS_FETCHED_PTR);
SAME(odbc_attribute_bind_type, SQL_ATTR_ROW_BIND_TYPE);
SAME(odbc_driver_noprompt, SQL_DRIVER_NOPROMPT);
SAME(odbc_rollback, SQL_ROLLBACK);
SAME(odbc_close, SQL_CLOSE);
SAME(odbc_unbind, SQL_UNBIND);
SAME(odbc_parameter_input, SQL_PARAM_INPUT);
SAME(odbc_info_driver_name, SQL_DRIVER_NAME);
SAME(odbc_info_driver_version, SQL_DRIVER_VER);
SAME(odbc_info_engine, SQL_DBMS_NAME);
SAME(odbc_info_engine_version, SQL_DBMS_VER);
SAME(odbc_row_success, SQL_ROW_SUCCESS);
SAME(odbc_row_success_with_info, SQL_ROW_SUCCESS_WITH_INFO);
SAME(odbc_row_none, SQL_ROW_NOROW);
SAME(odbc_char, SQL_CHAR);
SAME(odbc_numeric, SQL_NUMERIC);
SAME(odbc_decimal, SQL_DECIMAL);
SAME(odbc_integer, SQL_INTEGER);
SAME(odbc_smallint, SQL_SMALLINT);
SAME(odbc_float, SQL_FLOAT);
SAME(odbc_real, SQL_REAL);
SAME(odbc_double, SQL_DOUBLE);
SAME(odbc_datetime, SQL_DATETIME);
SAME(odbc_varchar, SQL_VARCHAR);
SAME(odbc_date, SQL_TYPE_DATE);
SAME(odbc_time, SQL_TYPE_TIME);
SAME(odbc_timestamp, SQL_TYPE_TIMESTAMP);
SAME(odbc_long_varchar, SQL_LONGVARCHAR);
SAME(odbc_binary, SQL_BINARY);
SAME(odbc_varbinary, SQL_VARBINARY);
SAME(odbc_long_varbinary, SQL_LONGVARBINARY);
SAME(odbc_bigint, SQL_BIGINT);
SAME(odbc_tinyint, SQL_TINYINT);
SAME(odbc_bit, SQL_BIT);
SAME(odbc_wide_char, SQL_WCHAR);
SAME(odbc_wide_varchar, SQL_WVARCHAR);
SAME(odbc_wide_long_varchar, SQL_WLONGVARCHAR);
SAME(odbc_guid, SQL_GUID);
SAME(odbc_as_char, SQL_C_CHAR);
SAME(odbc_as_wide, SQL_C_WCHAR);
SAME(odbc_as_double, SQL_C_DOUBLE);
SAME(odbc_as_date, SQL_C_TYPE_DATE);
SAME(odbc_as_timestamp, SQL_C_TYPE_TIMESTAMP);
SAME(sizeof(odbc_unit), sizeof(SQLWCHAR));
SAME(sizeof(odbc_length), sizeof(SQLLEN));
SAME(sizeof(odbc_date_value), sizeof(SQL_DATE_STRUCT));
SAME(sizeof(odbc_timestamp_value), sizeof(SQL_TIMESTAMP_STRUCT));
#endif

typedef int odbc_checked;
