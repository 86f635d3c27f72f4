@echo off
rem Opens qualcode in this study's folder.
cd /d "%~dp0"
if exist ".venv\Scripts\activate.bat" call ".venv\Scripts\activate.bat"
qualcode
if errorlevel 9009 echo qualcode is not installed for this user. See its README.
cmd /k
