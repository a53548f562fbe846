; A per-user setup.exe made without a network: `makensis` with these defines:
;   APP_FOLDER  the unpacked app      OUT_FILE  the setup.exe      VERSION  1.2.3
;   FILES       lists made by build/package/installer-check.ts: what to install and, one by one, what to remove
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include messages.nsh
!include "${FILES}"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Keben"

Name "客本 Keben"
OutFile "${OUT_FILE}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Keben"
; An upgrade goes where the older version is.
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
SetCompressor /SOLID lzma
ShowInstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Keben"
VIAddVersionKey "FileDescription" "Keben Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Keben developers"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Keben.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString stillRunning ${LANG_SIMPCHINESE} "客本正在运行。请先退出（托盘里也要退出），再点重试。"
LangString stillRunning ${LANG_ENGLISH} "Keben is running. Please quit it, also from the tray, and choose Retry."

; A program that runs cannot be opened for writing.
!macro WaitUntilClosed
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\Keben.exe"
      ${Break}
    ${EndIf}
    FileOpen $0 "$INSTDIR\Keben.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(stillRunning)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${Loop}
!macroend

Function .onInit
  !insertmacro customInit
FunctionEnd

Section
  SetShellVarContext current
  !insertmacro WaitUntilClosed
  ; What an older version had and this one has not, so that its files do not stay behind.
  ${If} ${FileExists} "$INSTDIR\Uninstall.exe"
    ExecWait '"$INSTDIR\Uninstall.exe" /S /UPGRADE _?=$INSTDIR'
  ${EndIf}
  !insertmacro InstallFiles
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\客本 Keben.lnk" "$INSTDIR\Keben.exe"
  CreateShortcut "$DESKTOP\客本 Keben.lnk" "$INSTDIR\Keben.exe"
  WriteRegStr HKCU "Software\Classes\.keben" "" "Keben.Book"
  WriteRegStr HKCU "Software\Classes\Keben.Book" "" "客本账本 Keben book"
  WriteRegStr HKCU "Software\Classes\Keben.Book\DefaultIcon" "" "$INSTDIR\Keben.exe,0"
  WriteRegStr HKCU "Software\Classes\Keben.Book\shell\open\command" "" '"$INSTDIR\Keben.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "客本 Keben"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Keben.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Keben developers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro WaitUntilClosed
  ; One by one: whatever else lies in that folder is not ours.
  !insertmacro RemoveFiles
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/UPGRADE" $2
  ${If} ${Errors}
    Delete "$SMPROGRAMS\客本 Keben.lnk"
    Delete "$DESKTOP\客本 Keben.lnk"
    DeleteRegKey HKCU "Software\Classes\Keben.Book"
    DeleteRegKey HKCU "Software\Classes\.keben"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    Delete "$INSTDIR\Uninstall.exe"
    RMDir "$INSTDIR"
    !insertmacro customUnInstall
  ${EndIf}
SectionEnd
