@echo off
rem Parley: builds what is not built, and runs it. `parley --help` says what there is.
rem
rem Needs a JDK 25 or newer and, to build, Maven 3.8 or newer; where one is missing it says how to get
rem it and ends with 3. PARLEY_JAVA_OPTIONS adds options for Java. It needs cmd.exe of Windows 10 or
rem newer with its PowerShell 5.1, which tells what is newer than its build; in PowerShell it is started
rem as .\parley. Unlike ./parley it stays until the program has ended, and passes on its exit code.
rem
rem No block in parentheses has text of the user or a path in it, and nothing is expanded late: so
rem spaces, &, ( ) and ! in folders and arguments do no harm.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"

set "jdk="
call :find_jdk
if not defined jdk goto :no_jdk

set "small=-XX:+UseSerialGC -XX:+UseCompactObjectHeaders"
rem Decision 31: heaps begin small, and what is young has a fixed size.
set "server=%small% -Xms96m -Xmn64m -XX:+AlwaysPreTouch"
set "desktop=%small% -Xms48m -Xmn24m -XX:ReservedCodeCacheSize=64m"
rem Decision 40: Java would say on the standard output that it has read which methods its compilers may have.
set "desktop=%desktop% -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput"
set "compilers=-XX:+TieredCompilation"
set "command=%~1"
rem As they were typed: SHIFT would take , ; and = for blanks.
set all=%*
if not defined command goto :all
if "%command:~0,1%"=="-" goto :all
if "%command%"=="server" goto :server
if "%command%"=="admin" goto :admin
if "%command%"=="desktop" goto :desktop
if "%command%"=="bench" goto :bench
rem The quotes keep & and | in the name from being commands.
echo There is no command "%command%". There are: parley, parley server, parley desktop, parley admin, each with --help. 1>&2
exit /b 2

:all
set "module=chat-desktop"
set "main=parley.desktop.Launcher"
set "modules=shared,chat-server,chat-desktop"
set "options=%desktop%"
set "compilers=-XX:CompilerDirectivesFile=%root%\chat-desktop\compilers.json"
set rest=%all%
goto :start

:server
set "module=chat-server"
set "main=parley.server.Main"
set "modules=shared,chat-server"
set "options=%small%"
set rest=%all:*server=%
goto :start

:admin
set "module=chat-server"
set "main=parley.server.AdminMain"
set "modules=shared,chat-server"
set "options=%small%"
set rest=%all:*admin=%
goto :start

:desktop
set "module=chat-desktop"
set "main=parley.desktop.Main"
set "modules=shared,chat-desktop"
set "options=%desktop%"
set "compilers=-XX:CompilerDirectivesFile=%root%\chat-desktop\compilers.json"
set rest=%all:*desktop=%
goto :start

:bench
set "module=chat-bench"
set "main=parley.bench.Main"
set "modules=shared,chat-server,chat-desktop,chat-bench"
set "options=%small%"
set rest=%all:*bench=%

:start
call :is_built
if not errorlevel 1 goto :run
call :need_maven
if errorlevel 1 exit /b 3
call :build
if errorlevel 1 exit /b 1

:run
set "jar="
for /f "delims=" %%J in ('dir /b /o-d "%root%\%module%\target\%module%-*.jar" 2^>nul') do if not defined jar set "jar=%%J"
"%jdk%\bin\java.exe" %options% "%compilers%" %PARLEY_JAVA_OPTIONS% --enable-native-access=ALL-UNNAMED "-Dparley.home=%root%" -cp "%root%\%module%\target\%jar%" %main% %rest%
exit /b %errorlevel%

:no_jdk
echo Parley needs a JDK 25 or newer, and there is none in JAVA_HOME, on the PATH or in the usual places. 1>&2
echo Get it by: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
echo or from https://adoptium.net; then set JAVA_HOME to its folder. 1>&2
exit /b 3

rem 0 where nothing of the modules is newer than what was built of it. Paths come by the environment,
rem so that no character of theirs is read as PowerShell.
:is_built
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; function sum($p) { (Get-FileHash -LiteralPath $p).Hash }; try { $shared = Get-ChildItem -LiteralPath (Join-Path $env:root 'shared\target') -Filter 'shared-*.jar' | Sort-Object LastWriteTimeUtc | Select-Object -Last 1; foreach ($m in $env:modules.Split(',')) { $d = Join-Path $env:root $m; $t = (Get-Item -LiteralPath (Join-Path $d 'target\built')).LastWriteTimeUtc; if ($m -ne 'shared' -and (sum $shared.FullName) -ne (sum (Join-Path $d ('target\lib\' + $shared.Name)))) { exit 1 }; $s = @(Get-Item -LiteralPath (Join-Path $env:root 'pom.xml'), (Join-Path $d 'pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath (Join-Path $d 'src\main')); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $t }) { exit 1 } }; exit 0 } catch { exit 1 }"
exit /b %errorlevel%

rem One build at a time: the system gives the mutex free however its holder ends.
:build
echo Building Parley. The first time, Maven fetches the libraries, which may take some minutes. 1>&2
setlocal
set "JAVA_HOME=%jdk%"
powershell -NoProfile -Command "$mutex = New-Object Threading.Mutex($false, ('parley-' + $env:root.ToLowerInvariant().Replace('\', '/'))); try { if (-not $mutex.WaitOne(0)) { [Console]::Error.WriteLine('Waiting for another build of Parley to end...'); [void] $mutex.WaitOne() } } catch [Threading.AbandonedMutexException] { }; Set-Location -LiteralPath $env:root; & mvn -B -pl $env:modules -am '-Dmaven.test.skip=true' package | ForEach-Object { if ($_ -match '^\[INFO\] Building (Parley.*?)( [0-9]\S*)?( |$)' -or $_ -match '^\[ERROR\]') { [Console]::Error.WriteLine($_) } }; exit $LASTEXITCODE"
set "built=%errorlevel%"
endlocal & set "built=%built%"
if "%built%"=="0" exit /b 0
echo Parley could not be built. More is told by: mvn -f "%root%\pom.xml" package 1>&2
exit /b 1

:need_maven
set "maven="
set "before=%JAVA_HOME%"
set "JAVA_HOME=%jdk%"
for /f "tokens=2,3" %%A in ('mvn --version 2^>nul') do if "%%A"=="Maven" if not defined maven set "maven=%%B"
set "JAVA_HOME=%before%"
if not defined maven goto :no_maven
for /f "tokens=1,2 delims=." %%A in ("%maven%") do if %%A GTR 3 (exit /b 0) else if %%A EQU 3 if %%B GEQ 8 exit /b 0
echo Parley is built with Maven 3.8 or newer; this one is %maven%. 1>&2
goto :get_maven
:no_maven
echo Parley is not built yet, and Maven, which builds it, is not on the PATH. 1>&2
:get_maven
echo Get it from https://maven.apache.org/download.cgi 1>&2
exit /b 3

:find_jdk
set "home="
if defined JAVA_HOME set "home=%JAVA_HOME:"=%"
if defined home call :try "%home%"
if defined jdk exit /b 0
for /f "delims=" %%P in ('where javac 2^>nul') do if not defined jdk call :try "%%~dpP.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do if not defined jdk call :try "%%~D"
exit /b 0

rem %1: a folder; where a JDK of 25 or newer is in it, it is the one. Reads a file, starts nothing.
:try
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "version="
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "version=%%~L"
if not defined version exit /b 1
for /f "delims=.-+" %%V in ("%version%") do set "major=%%V"
if %major% GEQ 25 set "jdk=%~1"
exit /b 0
