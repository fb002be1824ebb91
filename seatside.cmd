@echo off
rem Starts every part of Seatside on Windows: finds a JDK 25, builds what is missing or out of date, runs it.
rem The launcher for the other systems, seatside, says why each step is there.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "WORK=%ROOT%\packaging\cli\target"
set "COMMAND=%~1"

if "%COMMAND%"=="" goto usage
if "%COMMAND%"=="help" goto usage
if "%COMMAND%"=="-h" goto usage
if "%COMMAND%"=="--help" goto usage
set "MODULE="
if "%COMMAND%"=="test" set "MODULE=test"
if "%COMMAND%"=="node" (set "MODULE=core\server" & set "MAIN=org.seatside.server.NodeMain")
if "%COMMAND%"=="kiosk" (set "MODULE=kiosk-app" & set "MAIN=org.seatside.kiosk.launch.KioskMain")
if "%COMMAND%"=="admin" (set "MODULE=admin-app" & set "MAIN=org.seatside.admin.launch.AdminMain")
for %%C in (demo scan bench backup cluster restore verify export import pass pair) do (
  if "%COMMAND%"=="%%C" (set "MODULE=packaging\cli" & set "MAIN=org.seatside.cli.SeatsideCli %%C")
)
if not defined MODULE (
  echo seatside: no command '%COMMAND%'; 'seatside help' lists them 1>&2
  exit /b 2
)

set "JDK="
call :try_jdk "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JDK call :try_jdk "%%~dpJ.."
for %%P in (
  "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%ProgramFiles%\OpenJDK"
  "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks" "%UserProfile%\scoop\apps"
) do if not defined JDK for /d %%D in ("%%~P\*") do if not defined JDK call :try_jdk "%%~D"
if not defined JDK (
  echo seatside: needs a JDK 25 and found none: install one ^(https://adoptium.net^) or set JAVA_HOME to it 1>&2
  exit /b 2
)
set "JAVA_HOME=%JDK%"

rem Everything after the command, as it was typed.
set "REST="
for /f "tokens=1*" %%A in ("%*") do set "REST=%%B"
if "%MODULE%"=="test" goto test

call :up_to_date
if errorlevel 1 call :build
if errorlevel 1 exit /b %ERRORLEVEL%
set "MORE="
if "%COMMAND%"=="kiosk" if "%REST:--self-check=%"=="%REST%" set "MORE=-XX:+UseSerialGC -Xms64m -Xmx128m -Xmn32m -XX:SurvivorRatio=2 -XX:ReservedCodeCacheSize=64m -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
rem Without memory nothing can be promised any more: end at once, and be started again by whoever looks after it.
if "%COMMAND%"=="kiosk" set "MORE=%MORE% -XX:+ExitOnOutOfMemoryError"
if "%COMMAND%"=="node" set "MORE=-XX:+ExitOnOutOfMemoryError"
"%JDK%\bin\java.exe" %MORE% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "@%ROOT%\%MODULE%\target\classpath.args" %MAIN% %REST%
exit /b %ERRORLEVEL%

:try_jdk
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /r /c:"JAVA_VERSION=.25" "%~1\release" >nul 2>nul && set "JDK=%~1"
exit /b 0

rem Sets errorlevel 1 if a source is newer than the last build, or there was none here.
:up_to_date
if not exist "%WORK%\built" exit /b 1
for %%M in (core\server kiosk-app admin-app packaging\cli) do if not exist "%ROOT%\%%M\target\classpath.args" exit /b 1
powershell -NoProfile -Command "$b=Get-Item -LiteralPath (Join-Path $env:WORK 'built'); if ((Get-Content -LiteralPath $b.FullName -Encoding UTF8 -TotalCount 1) -ne $env:ROOT) {exit 1}; $n=@(Get-Item \"$env:ROOT\pom.xml\",\"$env:ROOT\*\pom.xml\",\"$env:ROOT\*\*\pom.xml\") + @(Get-ChildItem \"$env:ROOT\*\src\main\",\"$env:ROOT\*\*\src\main\" -Recurse) | Where-Object {$_.LastWriteTimeUtc -gt $b.LastWriteTimeUtc} | Select-Object -First 1; if ($n) {exit 1}"
exit /b %ERRORLEVEL%

:find_maven
set "MAVEN=%ROOT%\mvnw.cmd"
where mvn.cmd >nul 2>nul || exit /b 0
for /f "tokens=3" %%V in ('mvn.cmd --version 2^>nul ^| findstr /b /c:"Apache Maven"') do powershell -NoProfile -Command "if ([version]('%%V' -replace '-.*','') -ge [version]'3.8.6') {exit 0} else {exit 1}" && set "MAVEN=mvn.cmd"
exit /b 0

:build
call :find_maven
if not exist "%WORK%" mkdir "%WORK%"
echo seatside: building, some minutes the first time (log: %WORK%\build.log) 1>&2
powershell -NoProfile -Command "[IO.File]::WriteAllText((Join-Path $env:WORK 'built.next'), $env:ROOT)"
call "%MAVEN%" -f "%ROOT%\pom.xml" -B -T 1C -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true -pl core/server,kiosk-app,admin-app,packaging/cli -am package >"%WORK%\build.log" 2>&1
if errorlevel 1 (
  findstr /b /c:"[ERROR]" "%WORK%\build.log" 1>&2
  echo seatside: the build failed; the whole story is in %WORK%\build.log 1>&2
  exit /b 1
)
rem A class path is too long for a command line here: the JVM reads it from a file, in the system's code page.
powershell -NoProfile -Command "foreach ($m in 'core\server','kiosk-app','admin-app','packaging\cli') {$t=Join-Path $env:ROOT \"$m\target\"; $own=Join-Path $t ('seatside-'+(Split-Path $m -Leaf)+'.jar'); $cp=$own+';'+[IO.File]::ReadAllText((Join-Path $t 'classpath')).Trim(); [IO.File]::WriteAllText((Join-Path $t 'classpath.args'), '-cp \"'+$cp.Replace('\','\\')+'\"', [Text.Encoding]::Default)}"
if errorlevel 1 exit /b 1
move /y "%WORK%\built.next" "%WORK%\built" >nul
exit /b 0

:test
call :find_maven
powershell -NoProfile -Command "Get-ChildItem $env:ROOT -Recurse -Filter 'TEST-*.xml' | Where-Object {$_.DirectoryName -like '*surefire-reports'} | Remove-Item"
call "%MAVEN%" -f "%ROOT%\pom.xml" -B -ntp --fail-at-end %REST% verify
set "STATUS=%ERRORLEVEL%"
powershell -NoProfile -Command "$t=0;$b=0;$s=0; Get-ChildItem $env:ROOT -Recurse -Filter 'TEST-*.xml' | Where-Object {$_.DirectoryName -like '*surefire-reports'} | ForEach-Object {$x=([xml](Get-Content -LiteralPath $_.FullName -Raw -Encoding UTF8)).testsuite; $t+=[int]$x.tests; $b+=[int]$x.failures+[int]$x.errors; $s+=[int]$x.skipped}; if ($t -eq 0) {[Console]::Error.WriteLine('seatside: no test ran, which is a failure')}; Write-Output \"$($t-$b-$s) passed, $b failed, $s skipped\"; if ($t -eq 0 -or $b -gt 0) {exit 1}"
if errorlevel 1 if "%STATUS%"=="0" set "STATUS=1"
exit /b %STATUS%

:usage
echo usage: seatside COMMAND [ARGUMENT...]
echo.
echo   demo      node, sample campus, kiosk and admin app in one go, nothing to configure
echo             [--headless] [--frames DIR] [--json] [--shots DIR]
echo   test      build and run every test; no display, no camera. Arguments go to Maven
echo   node      run a node                 [--config FILE]
echo   kiosk     run the kiosk at the seat  [--config FILE]
echo             [--self-check [REPORT]] measures its screens instead, without a display
echo   admin     run the staff's app        [--config FILE]
echo   scan      decode QR codes in image files or folders
echo             [--json] [--effort N] PATH...
echo   bench     measure: scan, node, replica, store, export, search or kiosk
echo   backup cluster restore verify export import pass pair
echo             the tools of an administrator; each explains itself with --help
echo   help      this text
exit /b 0
