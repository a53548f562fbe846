; What both installers say and refuse: electron-builder's (nsis.include) and our own setup.nsi.
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define KEBEN_CHINESE 2052

!macro customInit
  ${IfNot} ${AtLeastWin10}
    ${If} $LANGUAGE == ${KEBEN_CHINESE}
      MessageBox MB_OK|MB_ICONSTOP "客本需要 Windows 10 或更新的 64 位系统，这台电脑装不了。" /SD IDOK
    ${Else}
      MessageBox MB_OK|MB_ICONSTOP "Keben needs Windows 10 or newer (64-bit); it cannot be installed on this PC." /SD IDOK
    ${EndIf}
    SetErrorLevel 3
    Quit
  ${EndIf}
!macroend

; The book is the user's: uninstalling never touches it, and says where it is.
!macro customUnInstall
  SetShellVarContext current
  ${If} $LANGUAGE == ${KEBEN_CHINESE}
    MessageBox MB_OK|MB_ICONINFORMATION "客本已卸载。您的账本和备份没有删除，还在：$\r$\n$APPDATA\Keben" /SD IDOK
  ${Else}
    MessageBox MB_OK|MB_ICONINFORMATION "Keben was uninstalled. Your book and its backups were not deleted; they are still in:$\r$\n$APPDATA\Keben" /SD IDOK
  ${EndIf}
!macroend
