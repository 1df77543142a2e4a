@echo off
rem Parley: builds what is not built, and runs it. `parley --help` says what there is.
rem Needs a JDK 25 or newer and, to build, Maven 3.8 or newer; where one is missing it says how to get
rem it and ends with 3. PARLEY_JAVA_OPTIONS adds options for Java.
setlocal EnableExtensions
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"

call :find_jdk
if not defined jdk (
    echo Parley needs a JDK 25 or newer, and there is none in JAVA_HOME, on the PATH or in the usual places. 1>&2
    echo Get it by: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
    exit /b 3
)

set "module=chat-desktop"
set "main=parley.desktop.Launcher"
set "modules=shared chat-server chat-desktop"
set "options=-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1"
set "command=%~1"
if "%command%"=="server" (
    set "module=chat-server"
    set "main=parley.server.Main"
    set "modules=shared chat-server"
    set "options=-XX:+UseSerialGC -XX:+UseCompactObjectHeaders"
) else if "%command%"=="desktop" (
    set "main=parley.desktop.Main"
) else if "%command%"=="bench" (
    set "module=chat-bench"
    set "main=parley.bench.Main"
    set "modules=shared chat-server chat-bench"
) else if not "%command%"=="" if not "%command:~0,1%"=="-" (
    echo There is no command '%command%'. There are: parley, parley server, parley desktop, each with --help. 1>&2
    exit /b 2
)

powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$r = '%root%'; function sum($p) { (Get-FileHash -ErrorAction SilentlyContinue $p).Hash }; foreach ($m in '%modules%'.Split(' ')) { $b = Join-Path $r ($m + '\target\built'); if (-not (Test-Path $b)) { exit 1 }; $t = (Get-Item $b).LastWriteTimeUtc; $s = @(Get-Item (Join-Path $r 'pom.xml')) + @(Get-Item (Join-Path $r ($m + '\pom.xml'))) + @(Get-ChildItem -Recurse (Join-Path $r ($m + '\src\main'))); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $t }) { exit 1 }; if ($m -ne 'shared' -and (sum (Join-Path $r 'shared\target\shared-*.jar')) -ne (sum (Join-Path $r ($m + '\target\lib\shared-*.jar')))) { exit 1 } }; exit 0"
if errorlevel 1 call :build || exit /b

rem All arguments but the command's name go on.
set "rest=%*"
if not "%command%"=="" if not "%command:~0,1%"=="-" call set "rest=%%rest:*%command%=%%"
for %%J in ("%root%\%module%\target\%module%-*.jar") do set "jar=%%J"
"%jdk%\bin\java" %options% %PARLEY_JAVA_OPTIONS% --enable-native-access=ALL-UNNAMED "-Dparley.home=%root%" -cp "%jar%" %main% %rest%
exit /b %errorlevel%

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo Parley is not built yet, and Maven, which builds it, is not on the PATH. 1>&2
    echo Get it from https://maven.apache.org/download.cgi 1>&2
    exit /b 3
)
echo Building Parley. The first time, Maven fetches the libraries, which may take some minutes. 1>&2
setlocal
set "JAVA_HOME=%jdk%"
call mvn -q -B -f "%root%\pom.xml" -pl %modules: =,% -am -Dmaven.test.skip=true package 1>&2
endlocal & exit /b %errorlevel%

:find_jdk
set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%P in ('where javac 2^>nul') do if not defined jdk call :try "%%~dpP.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined jdk call :try "%%~D"
exit /b

:try
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :compare "%~1" "%%~V"
exit /b

:compare
set "major=%~2"
set "major=%major:"=%"
if %major% GEQ 25 set "jdk=%~1"
exit /b
