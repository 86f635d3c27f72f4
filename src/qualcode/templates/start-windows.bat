@echo off
rem Opens qualcode in this study's folder.
cd /d "%~dp0"
set "PATH=PROGRAM_FOLDER;%PATH%"
qualcode
if errorlevel 9009 echo If qualcode was not found, it has moved: install it again.
cmd /k
