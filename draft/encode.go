package draft

type comments struct{}
